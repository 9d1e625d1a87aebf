// npm run bench [part of a name] [--json]: runs the benchmarks; bench/index.ts says how.
await import('../bench/index.ts');
