/** The server's door: surveys of settings, their rounds and links, and what settings answered. */
export {
  addBenchmark,
  blankBenchmark,
  blankBenchmarkRound,
  changeBenchmark,
  changeBenchmarkRound,
  closeBenchmarkRound,
  formOfBenchmark,
  formOfBenchmarkRound,
  noteAnswer,
  openRound
} from './commands.server.ts';
export {
  viewBenchmark,
  viewBenchmarkRound,
  viewBenchmarks,
  viewRoundLinks,
  viewSettingAnswer,
  viewSharedRound,
  viewUsersOfApproach
} from './queries.server.ts';
export { answerForSetting, findSettingByLink } from './respond.server.ts';
