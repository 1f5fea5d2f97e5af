/** `true` where two types are the same, member by member; `satisfies` then makes a difference an error of the compiler. */
export type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
