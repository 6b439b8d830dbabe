/** Sixteenths as they stand on a rule: 1.5 is "1 1/2", 0.8125 is "13/16". Kept from left to right, also in a text that goes the other way. */
export function fractionText(quantity: number, number: (value: number) => string): string {
  const whole = Math.floor(quantity)
  let [top, bottom] = [Math.round((quantity - whole) * 16), 16]
  if (top === 0) return number(whole)
  while (top % 2 === 0) [top, bottom] = [top / 2, bottom / 2]
  const fraction = `${number(top)}/${number(bottom)}`
  return whole === 0 ? fraction : `\u2066${number(whole)} ${fraction}\u2069`
}
