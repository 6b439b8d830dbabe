import type { PhotoType } from '@hidesync/contract/executions/photo-files'

const begins = (bytes: Uint8Array, signature: readonly number[], at = 0): boolean =>
  signature.every((byte, index) => bytes[at + index] === byte)

const ascii = (text: string): readonly number[] => Array.from(text, letter => letter.charCodeAt(0))

/** What a file is by how it begins, whatever its sender calls it; null: none of the pictures that are taken. */
export function photoType(bytes: Uint8Array): PhotoType | null {
  if (begins(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg'
  if (begins(bytes, [0x89, ...ascii('PNG\r\n'), 0x1a, 0x0a])) return 'image/png'
  return begins(bytes, ascii('RIFF')) && begins(bytes, ascii('WEBP'), 8) ? 'image/webp' : null
}
