/** Something is wrong with the database that a person must mend. The message says what to do; show it as it is. */
export class DatabaseProblem extends Error {
  override readonly name = 'DatabaseProblem';
}
