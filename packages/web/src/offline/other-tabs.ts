/** What a tab tells the others of: a run was changed, or what needs attention. */
export type TabNews = { readonly type: 'run'; readonly id: number } | { readonly type: 'attention' }

export interface OtherTabs {
  readonly tell: (news: TabNews) => void
}

/** Without such a channel (old browsers) a tab sees what others did when it syncs. */
export function otherTabs(name: string, hear: (news: TabNews) => void): OtherTabs {
  if (typeof BroadcastChannel === 'undefined') return { tell: () => undefined }
  const channel = new BroadcastChannel(name)
  channel.addEventListener('message', ({ data }: MessageEvent<TabNews>) => hear(data))
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel reaches its own origin alone, and takes no target
  return { tell: news => channel.postMessage(news) }
}
