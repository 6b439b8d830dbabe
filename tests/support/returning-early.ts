// A program of the form that Node 20 compiles wrongly: a callback that closures keep a context for, and that mostly returns a
// new empty list. Run as it stands, it dies of a segmentation fault every second or third time.
const size = 5_000
const names = new Map(Array.from({ length: size }, (_, index) => [index, `step ${index}`]))
const links = Array.from({ length: size }, (_, index) => ({ from: index, to: (index + 1) % size }))

const broken = (): string[] =>
  links.flatMap(({ from, to }, index) => {
    const source = names.get(from)
    const target = names.get(to)
    if (source !== undefined && target !== undefined) return []
    const said = (end: string) => `${index}/${end}`
    return [...(source === undefined ? [said('from')] : []), ...(target === undefined ? [said('to')] : [])]
  })

let found = 0
for (let round = 0; round < 3_000; round += 1) found += broken().length
console.log(`found ${found}`)
