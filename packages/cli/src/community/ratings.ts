import type { Rating } from '@hidesync/contract/community/community.schemas'
import { examples, type Register, show } from '../command-line/context.ts'
import { positiveInteger } from '../command-line/values.ts'
import { plural, sayNumber } from '../terminal/words.ts'
import { resolveWorkflow } from '../workflows/resolve-workflow.ts'

const describe = ({ rating_average, rating_count }: Rating): string =>
  rating_average === null
    ? 'Nobody has rated it.'
    : `It has ${sayNumber(rating_average)} of 5 stars, from ${plural(rating_count, 'person', 'people')}.`

export const registerRate: Register = (parent, open) => {
  parent
    .command('rate')
    .description('Give a public workflow of somebody else one to five stars; without stars, show what it has.')
    .argument('<workflow>', 'Its id, or the beginning of its name.')
    .argument('[stars]', 'One to five; again replaces them.', positiveInteger)
    .addHelpText('after', examples('workflows rate 3 5', 'workflows rate "Basic Leather" --json'))
    .action(async (text: string, stars: number | undefined, _options, command) => {
      const context = await open(command)
      const { community } = context.client
      const params = { id: await resolveWorkflow(context, text) }
      const rating = await (stars === undefined
        ? community.rating({ params })
        : community.rate({ params, body: { stars } }))
      const mine = rating.stars === null ? '' : `You gave it ${plural(rating.stars, 'star')}. `
      show(context, rating, () => `${mine}${describe(rating)}`)
    })
}

export const registerUnrate: Register = (parent, open) => {
  parent
    .command('unrate')
    .description('Take your stars back.')
    .argument('<workflow>', 'Its id, or the beginning of its name.')
    .addHelpText('after', examples('workflows unrate 3'))
    .action(async (text: string, _options, command) => {
      const context = await open(command)
      const id = await resolveWorkflow(context, text)
      await context.client.community.unrate({ params: { id } })
      show(context, null, () => 'You no longer rate it.')
    })
}
