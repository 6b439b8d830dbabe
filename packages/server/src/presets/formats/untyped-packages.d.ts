/** Packages that tests read our files with, and that come without types. */
declare module 'js-yaml' {
  export function load(text: string): unknown
}
declare module 'jsonld' {
  const jsonld: {
    expand(
      document: object,
      options: { documentLoader(url: string): Promise<{ contextUrl: null; documentUrl: string; document: object }> },
    ): Promise<object[]>
  }
  export default jsonld
}
