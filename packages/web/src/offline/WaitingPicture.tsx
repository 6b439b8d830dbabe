import { useEffect, useRef } from 'react'
import { useApi } from '../app/api.ts'
import type { WaitingPhoto } from './photo-box.ts'

/** A photo that is on this device alone. */
export function WaitingPicture({ photo, alt }: { readonly photo: WaitingPhoto; readonly alt: string }) {
  const { photos } = useApi()
  const { id, media_type } = photo
  const picture = useRef<HTMLImageElement>(null)
  useEffect(() => {
    let address: string | null = null
    let isGone = false
    const show = async () => {
      const bytes = await photos.picture(id)
      if (bytes === undefined || isGone) return
      address = URL.createObjectURL(new Blob([bytes], { type: media_type }))
      if (picture.current !== null) picture.current.src = address
    }
    void show().catch(() => undefined)
    return () => {
      isGone = true
      if (address !== null) URL.revokeObjectURL(address)
    }
  }, [photos, id, media_type])
  return <img ref={picture} alt={alt} />
}
