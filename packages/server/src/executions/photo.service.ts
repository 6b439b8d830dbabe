import type { Photo } from '@hidesync/contract/executions/photo.schemas'
import type { RawBody } from '@hidesync/contract/http/raw-body'
import { apiPrefix } from '@hidesync/contract/routes'
import { executionPermissions, mayRemoveFrom } from '@hidesync/domain/identity/permissions'
import type { Database } from '../database/database.ts'
import { AppError } from '../http/app-error.ts'
import { Document } from '../http/document.ts'
import type { RequestContext } from '../http/request-context.ts'
import { readUserCaller } from '../identity/caller.reader.ts'
import type { CompiledRevisions } from '../workflows/compiled-revisions.ts'
import type { ExecutionService } from './execution.service.ts'
import { isSigned, linkExpiry, signLink, type PhotoLink } from './photo-links.ts'
import { announcePhoto } from './photo-events.ts'
import { deletePhoto, insertPhoto, listPhotos, lockExecution, readPhoto, type PhotoRow } from './photo.repository.ts'
import type { PhotoStore } from './photo-store.ts'
import { photoType } from './photo-type.ts'

interface Deps {
  readonly db: Database
  readonly executions: ExecutionService
  readonly revisions: CompiledRevisions
  readonly store: PhotoStore
  readonly linkKey: Uint8Array
  readonly now: () => Date
}

const mostPhotos = 300

const notFound = (id: number) => new AppError('photo.not_found', `There is no photo ${id} that you may see.`)

/** Photos of how steps turned out. Any member of the workshop adds them, also once the run is over. */
export class PhotoService {
  readonly #deps: Deps

  constructor(deps: Deps) {
    this.#deps = deps
  }

  async add(
    at: { readonly id: number; readonly step_id: number },
    { body, caption }: { readonly body: RawBody; readonly caption: string | undefined },
    context: RequestContext,
  ): Promise<Photo> {
    const { store, now, revisions, executions } = this.#deps
    const { row } = await executions.load(at.id, context)
    const { workflow } = await revisions.get(row.content_hash)
    if (workflow.step(at.step_id) === undefined)
      throw new AppError('execution.step_not_found', `This run has no step ${at.step_id}.`)
    const media_type = photoType(body.bytes)
    if (media_type === null)
      throw new AppError(
        'photo.unreadable',
        'This is no JPEG, PNG or WebP picture. Save it as one of these and send it again.',
      )
    // Before the transaction, which is not to be held while a disk is slow. A file that no photo has after all is found by the clean-up.
    const file = await store.write(body.bytes)
    let isKept = false
    const answer = await context.once(async tx => {
      const photo = {
        workshop_id: row.workshop_id,
        execution_id: row.id,
        step_id: at.step_id,
        file,
        media_type,
        size: body.bytes.length,
        caption: caption?.trim() || null,
        created_by: context.caller.user_id,
        created_at: now(),
      }
      const version = await lockExecution(tx, row.id)
      const added = await insertPhoto(tx, photo, mostPhotos)
      if (added === null)
        throw new AppError('photo.limit_reached', `A run holds up to ${mostPhotos} photos. Remove one to add another.`)
      const { step_id, created_by: user_id } = photo
      await announcePhoto(tx, { row, version, workflow, step_id, user_id, action_type: 'add_photo' })
      isKept = true
      return this.#answer(added, context)
    })
    // The same key as before: the first one's file is there.
    if (!isKept) await store.remove(file)
    return answer
  }

  async list(id: number, step_id: number | undefined, context: RequestContext): Promise<Photo[]> {
    await this.#deps.executions.load(id, context)
    const rows = await listPhotos(this.#deps.db, id, step_id)
    return rows.map(row => this.#answer(row, context))
  }

  async remove(id: number, photo_id: number, context: RequestContext): Promise<void> {
    const { db, executions, revisions, store } = this.#deps
    const { row } = await executions.load(id, context)
    const { workflow } = await revisions.get(row.content_hash)
    const photo = await readPhoto(db, photo_id)
    if (photo === null || photo.execution_id !== id) throw notFound(photo_id)
    if (!mayRemoveFrom(context.caller, row, photo.created_by))
      throw new AppError(
        'access.forbidden',
        'Only who added a photo, who started the run, or a manager of the workshop removes it.',
        { reason: 'not_your_photo' },
      )
    const { step_id } = photo
    const { user_id } = context.caller
    await context.once(async tx => {
      const version = await lockExecution(tx, id)
      if (await deletePhoto(tx, photo_id))
        await announcePhoto(tx, { row, version, workflow, step_id, user_id, action_type: 'remove_photo' })
    })
    await store.remove(photo.file)
  }

  /** The picture of a signed address, as long as the one it was made for may see the run. */
  async view(link: PhotoLink, signature: string, context: RequestContext): Promise<Document> {
    const { db, store, now, linkKey } = this.#deps
    if (!isSigned(linkKey, link, signature)) throw notFound(link.photo_id)
    if (link.expires * 1000 < now().getTime())
      throw new AppError('photo.link_ended', 'This address has had its time. Load the run again for a new one.')
    const [photo, caller] = await Promise.all([readPhoto(db, link.photo_id), readUserCaller(db, link.user)])
    const mayRead = photo !== null && caller !== null && executionPermissions(caller, photo).includes('read')
    const bytes = mayRead ? await store.read(photo.file) : null
    if (photo === null || bytes === null) throw notFound(link.photo_id)
    context.setETag(`"${photo.file}"`)
    // Kept by the browser, and asked for again each time: a right that is gone ends it at once.
    context.setHeader('cache-control', 'private, no-cache')
    context.setHeader('content-security-policy', "sandbox; default-src 'none'")
    const ending = photo.media_type.slice('image/'.length)
    return new Document(photo.media_type, bytes, `photo-${photo.id}.${ending}`)
  }

  #answer(row: PhotoRow, { caller }: RequestContext): Photo {
    const { now, linkKey } = this.#deps
    const { file: _file, workshop_id: _workshop, created_at, ...shown } = row
    const expires = linkExpiry(now())
    const signature = signLink(linkKey, { photo_id: row.id, user: caller.user_id, expires })
    return {
      ...shown,
      created_at: created_at.toISOString(),
      url: `${apiPrefix}/photos/${row.id}?user=${caller.user_id}&expires=${expires}&signature=${signature}`,
      url_expires_at: new Date(expires * 1000).toISOString(),
    }
  }
}
