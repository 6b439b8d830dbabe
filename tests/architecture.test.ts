import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cruise, type ICruiseOptions, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser'
import { beforeAll, describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const packages = ['domain', 'contract', 'mcp', 'server', 'web', 'cli'] as const

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap(entry =>
    entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)],
  )

const sources = packages.flatMap(name =>
  filesBelow(join(root, 'packages', name, 'src')).filter(file => /\.tsx?$/.test(file)),
)
const isTest = (file: string) => /(\.test(-d)?\.tsx?$|\/testing\/)/.test(file)
const isGenerated = (file: string) => file.includes('/generated/')
const product = sources.filter(file => !isTest(file) && !isGenerated(file))
const named = (file: string) => relative(root, file)
const text = (file: string) => readFileSync(file, 'utf8')

describe('the tree', () => {
  it('was read: a check that looked at nothing would hold anything to be true', () => {
    const tracked = execFileSync('git', ['ls-files', '--', 'packages/*/src/*.ts', 'packages/*/src/*.tsx'], {
      cwd: root,
    })
    const existing = tracked
      .toString()
      .split('\n')
      .filter(file => file && existsSync(join(root, file)))
    expect(existing.length).toBeGreaterThan(150)
    expect(sources.length).toBeGreaterThanOrEqual(existing.length)
    for (const name of packages)
      expect(product.filter(file => file.includes(`/packages/${name}/`)).length, name).toBeGreaterThan(10)
  })

  it('has files of one purpose: none over 400 lines, nine in ten under 300, half under 100', () => {
    const lengths = product.map(file => text(file).split('\n').length).toSorted((a, b) => a - b)
    expect(product.filter(file => text(file).split('\n').length > 401).map(named)).toEqual([])
    expect(lengths[Math.floor(lengths.length * 0.9)]).toBeLessThan(300)
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThan(100)
  })

  it('names its files in kebab-case, React components in PascalCase', () => {
    const wrong = sources
      .map(file => file.slice(file.lastIndexOf('/') + 1))
      .filter(name => !/^([a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*\.tsx?|[A-Z][A-Za-z0-9]*(\.test)?\.tsx)$/.test(name))
    expect(wrong).toEqual([])
  })

  it('has no file that only re-exports', () => {
    expect(product.filter(file => /\/index\.tsx?$/.test(file) && !file.includes('/integrations/')).map(named)).toEqual(
      [],
    )
  })

  it('uses no `any`, and switches off a check only with its reason beside it', () => {
    const forbidden =
      /(:\s*any\b|\bas any\b|<any>|@ts-ignore|@ts-nocheck|eslint-disable|(oxlint|stylelint)-disable(?!.* -- ))/
    expect(product.filter(file => forbidden.test(text(file))).map(named)).toEqual([])
  })

  it('skips no test', () => {
    const tests = [...sources.filter(isTest), ...filesBelow(join(root, 'tests'))].filter(file => /\.tsx?$/.test(file))
    expect(tests.length).toBeGreaterThan(40)
    const off = /\b(it|test|describe)\.(skip|only|todo|fails)\b/
    expect(tests.filter(file => !file.endsWith('architecture.test.ts') && off.test(text(file))).map(named)).toEqual([])
  })

  it('keeps contract and server in the same feature folders', () => {
    const folders = (name: string) =>
      readdirSync(join(root, 'packages', name, 'src')).filter(entry =>
        statSync(join(root, 'packages', name, 'src', entry)).isDirectory(),
      )
    const server = folders('server')
    for (const feature of folders('contract')) expect(server).toContain(feature)
  })
})

describe('the domain', () => {
  const domain = product.filter(file => file.includes('/packages/domain/'))

  it('imports nothing but itself', () => {
    const foreign = domain.flatMap(file =>
      [
        ...text(file).matchAll(
          /^(?:import|export|\}).*?\sfrom\s+['"]([^'"]+)['"]|^import ['"]([^'"]+)['"]|import\(['"]([^'"]+)['"]\)/gm,
        ),
      ]
        .filter(found => !(found[1] ?? found[2] ?? found[3])?.startsWith('.'))
        .map(() => named(file)),
    )
    expect(foreign).toEqual([])
  })

  it('has no clock and no chance of its own', () => {
    const impure = /\b(Math\.random|Date\.now|new Date|performance\.now|crypto\.|setTimeout|process\.|globalThis\.)/
    expect(domain.filter(file => impure.test(text(file))).map(named)).toEqual([])
  })
})

describe('the imports', () => {
  let result: ICruiseResult
  beforeAll(async () => {
    const { forbidden, options } = createRequire(import.meta.url)('../.dependency-cruiser.cjs') as {
      readonly forbidden: IForbiddenRuleType[]
      readonly options: ICruiseOptions
    }
    const { output } = await cruise(['packages'], { ...options, ruleSet: { forbidden }, validate: true, baseDir: root })
    result = output as ICruiseResult
  }, 120_000)

  it('were read from every file', () => {
    const seen = new Set(result.modules.map(module => module.source))
    expect(sources.map(named).filter(file => !file.endsWith('.test-d.ts') && !seen.has(file))).toEqual([])
    expect(result.summary.totalDependenciesCruised ?? 0).toBeGreaterThan(sources.length)
  })

  it('keep to the layers and make no cycle', () => {
    expect(
      result.summary.violations.map(violation => `${violation.rule.name}: ${violation.from} -> ${violation.to}`),
    ).toEqual([])
  })
})
