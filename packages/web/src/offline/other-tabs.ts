export interface OtherTabs<News> {
  readonly tell: (news: News) => void
}

/** Without such a channel (old browsers) a tab sees what others did when it syncs. */
export function otherTabs<News>(name: string, hear: (news: News) => void): OtherTabs<News> {
  if (typeof BroadcastChannel === 'undefined') return { tell: () => undefined }
  const channel = new BroadcastChannel(name)
  channel.addEventListener('message', ({ data }: MessageEvent<News>) => hear(data))
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel reaches its own origin alone, and takes no target
  return { tell: news => channel.postMessage(news) }
}
