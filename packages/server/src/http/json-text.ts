/** An answer that is JSON text already, as the database or a cache gave it: sent as it is. */
export class JsonText {
  constructor(readonly text: string) {}
}
