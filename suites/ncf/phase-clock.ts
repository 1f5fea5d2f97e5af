/** Where an engine's time goes: each lap gives to one phase all that has passed since the lap before. */
export class PhaseClock<Phase extends string> {
  /** Seconds by phase; a phase without a lap has 0. */
  readonly seconds: Record<Phase, number>;
  private mark = performance.now();

  constructor(phases: readonly Phase[]) {
    this.seconds = Object.fromEntries(phases.map((phase) => [phase, 0])) as Record<Phase, number>;
  }

  lap(phase: Phase): void {
    const now = performance.now();
    this.seconds[phase] += (now - this.mark) / 1000;
    this.mark = now;
  }
}
