import { hideTheMachine } from "../support/environment";

/** While the tests of a file run, they see nothing of the machine's own. */
export function withNothingOfTheMachine(): void {
  let putBack: () => void;
  beforeAll(() => {
    putBack = hideTheMachine();
  });
  afterAll(() => {
    putBack();
  });
}
