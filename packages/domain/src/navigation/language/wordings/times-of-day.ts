// "A las tres", "à seize heures": a time of the day, and no length of time. What stands for it no template has as one.

type Times = Readonly<Record<string, string>>
const digits = Array.from({ length: 24 }, (_, hour) => String(hour + 1))

const french = [
  ...'une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt'.split(' '),
  ...['sept', 'huit', 'neuf'].map(one => `dix ${one}`),
  ...['et une', 'deux', 'trois', 'quatre'].map(one => `vingt ${one}`),
  ...digits,
]
export const frenchTimesOfDay: Times = Object.fromEntries(
  french.flatMap(hour => ['heures', 'heure', 'h'].map(unit => [`à ${hour} ${unit}`, `à heures ${hour}`])),
)

const spanish = [
  ...'dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis'.split(' '),
  ...'diecisiete dieciocho diecinueve veinte'.split(' '),
  ...digits.slice(1),
]
export const spanishTimesOfDay: Times = Object.fromEntries([
  ...['una', '1'].map(hour => [`a la ${hour}`, `a las horas ${hour}`]),
  ...spanish.map(hour => [`a las ${hour}`, `a las horas ${hour}`]),
])
