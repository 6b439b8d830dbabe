import type { Preset, ResourceSection } from '@hidesync/domain/presets/preset'
import type { ResourceType } from '@hidesync/domain/workflows/definition'
import type { Data } from './bpmn-extension.ts'

const sections: Readonly<Record<ResourceSection, ResourceType>> = {
  materials: 'material',
  tools: 'tool',
  documentation: 'documentation',
}

/** Written by every export, whatever the workflow. */
const usual = new Set(['version', 'export_format_version', 'exported_at', 'original_workflow_id', 'imported_from'])

/** What a preset carries and a BPMN file leaves out, by name, so that whoever reads the file can say so. */
export function leftOutOf({ workflow, required_resources, metadata }: Preset): Data {
  const { translations, theme, paths, steps } = workflow
  const named = new Set(steps.flatMap(step => step.resources.map(one => `${one.resource_type} ${one.name}`)))
  const listed = (Object.keys(sections) as ResourceSection[]).flatMap(section =>
    required_resources[section]
      .filter(({ name }) => !named.has(`${sections[section]} ${name}`))
      .map(({ name }) => name),
  )
  const found = {
    'the named paths': paths.map(({ name }) => name),
    'the translations': Object.keys(translations),
    'the theme': theme === null ? [] : [theme.name],
    'the resources that no step needs': listed,
    'the metadata': Object.keys(metadata).filter(key => !usual.has(key)),
  }
  return Object.fromEntries(Object.entries(found).filter(([, names]) => names.length > 0))
}
