/** What a step has and BPMN does not: written as extension elements, which other tools keep and ignore. */
const attribute = (name: string, type: 'String' | 'Real' | 'Boolean' | 'Integer') => ({ name, type, isAttr: true })

export const hidesyncBpmn = {
  name: 'HideSync',
  uri: 'urn:hidesync:workflow:1',
  prefix: 'hidesync',
  xml: { tagAlias: 'lowerCase' },
  types: [
    {
      name: 'Step',
      superClass: ['Element'],
      properties: [
        attribute('type', 'String'),
        attribute('minutes', 'Real'),
        attribute('milestone', 'Boolean'),
        { name: 'notes', type: 'Note', isMany: true },
        { name: 'resources', type: 'Resource', isMany: true },
      ],
    },
    {
      name: 'Note',
      superClass: ['Element'],
      properties: [attribute('kind', 'String'), { name: 'text', type: 'String', isBody: true }],
    },
    {
      name: 'Resource',
      superClass: ['Element'],
      properties: [
        attribute('type', 'String'),
        attribute('name', 'String'),
        attribute('quantity', 'Real'),
        attribute('unit', 'String'),
        attribute('optional', 'Boolean'),
        attribute('notes', 'String'),
      ],
    },
    { name: 'Loop', superClass: ['Element'], properties: [attribute('times', 'Integer')] },
  ],
} as const
