// What people here would think of first, besides the lists that the library has.
const commonHere = ["huishang", "woaini", "1314520", "mima", "zhongguo", "admin"];

// Of 0 to 4: guessed with more than a hundred million tries, which the pace of attempts takes years for.
const enough = 3;

let estimate: Promise<(password: string, own: string[]) => number> | undefined;

/** Whether a password is one that is guessed soon: common, monotone, or made of words about its owner. */
export async function isGuessable(password: string, own: readonly string[]): Promise<boolean> {
  estimate ??= loadEstimate();
  const words = [...commonHere, ...own, ...own.flatMap((word) => word.split(/[._-]/))].filter(Boolean);
  return (await estimate)(password, words) < enough;
}

// Loaded when it is needed: the lists are large.
async function loadEstimate() {
  const [{ ZxcvbnFactory }, { adjacencyGraphs, dictionary }] = await Promise.all([
    import("@zxcvbn-ts/core"),
    import("@zxcvbn-ts/language-common"),
  ]);
  const estimator = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
  return (password: string, words: string[]) => estimator.check(password, words).score;
}
