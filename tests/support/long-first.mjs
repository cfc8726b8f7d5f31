/** Those that start servers, browsers or databases of their own, or go through a year. */
const long = /\/tests\/(?:browser|http|faults|features\/automation)\/|\/(?:start|embedded|\w+\.model)\.test\.ts$/;

/**
 * Vitest's order of test files, but for the long ones, which come first: what begins last and takes long is waited for
 * while the other workers have nothing to do.
 *
 * @param {typeof import("vitest/node").BaseSequencer} Sequencer
 */
export function longFirst(Sequencer) {
  return class extends Sequencer {
    async sort(files) {
      const sorted = await super.sort(files);
      const isLong = ({ moduleId }) => long.test(moduleId);
      return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
    }
  };
}
