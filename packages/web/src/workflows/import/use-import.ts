import { ApiError } from '@hidesync/contract/client'
import type { RouteOutput } from '@hidesync/contract/http/route'
import type { Routes } from '@hidesync/contract/routes'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useApi } from '../../app/api.ts'
import { useAskKey } from '../../app/ask-key.ts'
import { prepareTexts } from '../../app/language.ts'
import { bodyOf, nameOf, type ImportSource } from './import-file.ts'

export type ImportReport = RouteOutput<Routes['presets']['validate']>

/** What would become of an import now: it goes, another workflow has the name, or one may not. */
export type Verdict = 'ready' | 'name_taken' | 'forbidden'

export interface CheckedFile {
  readonly source: ImportSource
  readonly report: ImportReport
  /** Null: it can't be imported as it is. */
  readonly verdict: Verdict | null
}

export interface ImportChoice {
  readonly rename: boolean
  readonly match: boolean
  /** Of a file that cannot say it itself. */
  readonly language: string | null
}

const queryOf = (source: ImportSource) => {
  const name = nameOf(source)
  return { format: source.format, ...(name === null ? {} : { name }) }
}

/** Reads a file, says what is wrong with it, and imports it whole or not at all. */
export function useImport() {
  const { client } = useApi()
  const queryClient = useQueryClient()
  const key = useAskKey()

  const tryOut = async (source: ImportSource): Promise<Verdict> => {
    try {
      await client.presets.import({ query: { ...queryOf(source), dry_run: true }, body: bodyOf(source) })
      return 'ready'
    } catch (error) {
      if (error instanceof ApiError && error.status === 403) return 'forbidden'
      if (error instanceof ApiError && error.code === 'workflow.name_taken') return 'name_taken'
      throw error
    }
  }
  const check = useMutation({
    networkMode: 'always',
    mutationFn: async (source: ImportSource): Promise<CheckedFile> => {
      // The same choices for another file are another import.
      key.done()
      const [report] = await Promise.all([
        client.presets.validate({ query: queryOf(source), body: bodyOf(source) }),
        // The words for what is found.
        prepareTexts('refusals').catch(() => undefined),
      ])
      return { source, report, verdict: report.valid ? await tryOut(source) : null }
    },
  })
  const bring = useMutation({
    networkMode: 'always',
    mutationFn: ({ source, rename, match, language }: ImportChoice & { readonly source: ImportSource }) =>
      client.presets.import(
        {
          query: {
            ...queryOf(source),
            match_resources: match,
            on_conflict: rename ? 'rename' : 'refuse',
            ...(language === null ? {} : { language }),
          },
          body: bodyOf(source),
        },
        { idempotencyKey: key.of({ rename, match, language }) },
      ),
    onSuccess: () => {
      key.done()
      return queryClient.invalidateQueries({ queryKey: ['workflows'] })
    },
  })
  return { check, bring }
}
