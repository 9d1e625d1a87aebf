import pino from 'pino';

/** What happened, for whoever runs Cairn: JSON lines on standard error. Never what people typed, never secrets. */
export const log = pino(
  { level: process.env['CAIRN_LOG'] ?? 'info', base: null },
  pino.destination(2)
);
