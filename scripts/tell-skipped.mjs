// A reporter of vitest that names the tests that this machine cannot run, each with its reason: a count alone would hide what was not tested.

export default class TellSkipped {
  #isFiltered = false;

  onInit(vitest) {
    // With -t all others are skipped, and nobody asks why.
    this.#isFiltered = vitest.config.testNamePattern !== undefined;
  }

  onTestRunEnd(modules) {
    if (this.#isFiltered) return;
    const lines = modules.flatMap((module) =>
      [...module.children.allTests('skipped')].map((test) => {
        const { note } = test.result();
        return `${module.relativeModuleId}: ${test.fullName}${note === undefined ? '' : ` (${note})`}`;
      }),
    );
    if (lines.length > 0)
      process.stdout.write(`\nNot run here:\n${lines.map((each) => `  ${each}\n`).join('')}`);
  }
}
