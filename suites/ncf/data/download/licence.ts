/** What GroupLens asks of whoever uses a MovieLens data set, in short; the archive's README has the full text. */
export function licenceSummary(name: string): string {
  const redistribution =
    name === "ml-latest-small"
      ? "You may redistribute it, also changed, under these same conditions."
      : "You may not redistribute it without separate permission.";
  return [
    `${name} is published by GroupLens Research, University of Minnesota (https://grouplens.org/datasets/movielens/).`,
    "Conditions of use, in short (the README in the archive has them in full):",
    "- You may not use it for commercial purposes without permission of a GroupLens faculty member.",
    `- ${redistribution}`,
    "- You may not state or imply an endorsement by the University of Minnesota or GroupLens.",
    "- You must acknowledge its use in publications: Harper and Konstan, The MovieLens Datasets: History and Context,",
    "  ACM TiiS 5(4), 2015, https://doi.org/10.1145/2827872.",
    "- It comes without any warranty.",
    "",
  ].join("\n");
}
