import { examples, type Register, show } from '../command-line/context.ts'
import { positiveInteger, wholeNumber } from '../command-line/values.ts'
import { cleanLine } from '../terminal/clean-text.ts'
import { readAll } from '../terminal/read-all.ts'
import { plural, sayTime } from '../terminal/words.ts'
import { wrapProse } from '../terminal/wrap.ts'
import { resolveWorkflow } from '../workflows/resolve-workflow.ts'

const workflowHelp = 'Its id, or the beginning of its name.'
/** More than the server takes, so that it says by how much too long a text is. */
const longest = 100_000

export const registerComments: Register = (parent, open) => {
  parent
    .command('comments')
    .description('Read what people say about a workflow, newest first.')
    .argument('<workflow>', workflowHelp)
    .option('--limit <n>', 'At most so many, up to 100 (default: 50).', positiveInteger)
    .option('--offset <n>', 'Leave out so many at the beginning.', wholeNumber)
    .addHelpText('after', examples('workflows comments 3', 'workflows comments 3 --limit 10 --json'))
    .action(async (text: string, query: { readonly limit?: number; readonly offset?: number }, command) => {
      const context = await open(command)
      const id = await resolveWorkflow(context, text)
      const page = await context.client.community.comments({ params: { id }, query })
      const { style, width } = context.terminal
      show(context, page, () =>
        page.items.length === 0
          ? page.total === 0
            ? 'Nobody has said anything about it.'
            : `There is nothing from ${page.offset} on: there are ${plural(page.total, 'comment')} in all.`
          : [
              ...page.items.flatMap(comment => [
                `${style.strong(cleanLine(comment.author_name))} ${style.quiet(`${sayTime(comment.created_at)}, comment ${comment.id}`)}`,
                ...wrapProse(comment.text, width),
                '',
              ]),
              style.quiet(
                `${page.offset + 1}–${page.offset + page.items.length} of ${page.total}.${page.has_more ? ` The next: --offset ${page.offset + page.items.length}` : ''}`,
              ),
            ].join('\n'),
      )
    })
}

export const registerComment: Register = (parent, open) => {
  parent
    .command('comment')
    .description('Say something about a public workflow, as plain text.')
    .argument('<workflow>', workflowHelp)
    .argument('<text...>', 'What you say; “-” reads it from the standard input.')
    .addHelpText('after', examples('workflows comment 3 "Wax the thread twice."', 'workflows comment 3 - < note.txt'))
    .action(async (text: string, words: readonly string[], _options, command) => {
      const context = await open(command)
      const id = await resolveWorkflow(context, text)
      const said = words.join(' ')
      const body = { text: said === '-' ? (await readAll(context.host.stdin, longest)).trim() : said }
      const comment = await context.client.community.comment({ params: { id }, body })
      show(context, comment, () => `Said, as comment ${comment.id}.`)
    })
}

export const registerUncomment: Register = (parent, open) => {
  parent
    .command('uncomment')
    .description('Take away a comment: your own, or any on a workflow of yours.')
    .argument('<workflow>', workflowHelp)
    .argument('<comment>', 'The number of the comment.', positiveInteger)
    .addHelpText('after', examples('workflows uncomment 3 17'))
    .action(async (text: string, comment_id: number, _options, command) => {
      const context = await open(command)
      const id = await resolveWorkflow(context, text)
      await context.client.community.deleteComment({ params: { id, comment_id } })
      show(context, null, () => `Comment ${comment_id} is gone.`)
    })
}
