import type { Register } from '../command-line/context.ts'
import { registerComment, registerComments, registerUncomment } from './comments.ts'
import { registerProposal } from './proposal-commands.ts'
import { registerProposals } from './proposals.ts'
import { registerPropose } from './propose.ts'
import { registerRate, registerUnrate } from './ratings.ts'
import { registerShare, registerShares, registerUnshare } from './sharing.ts'
import { registerMerge, registerUpstream } from './upstream.ts'

/** What people do with each other's workflows. */
export const communityCommands: readonly Register[] = [
  registerShare,
  registerUnshare,
  registerShares,
  registerRate,
  registerUnrate,
  registerComments,
  registerComment,
  registerUncomment,
  registerPropose,
  registerProposals,
  registerProposal,
  registerUpstream,
  registerMerge,
]
