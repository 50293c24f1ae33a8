/**
 * Origin of changes of the rows and columns of a table. They are made in the shared table, and the editor that asked for
 * them shows them as it shows those of others.
 */
export class TableAct {
  constructor(readonly topicId: string) {}
}
