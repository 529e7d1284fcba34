#!/usr/bin/env node
// Scores predictions of `chartwright eval` against a case file of this folder.
//   npm i @duckdb/node-api; DUCKDB_FROM=<folder of node_modules> node score.mjs tune.jsonl predictions.jsonl [--verbose]
// Right: a gold result's columns are all found in the answer with the same rows (names and order free), or the analyst asks where asking is right.
// Wrong: an answer that is not right. Asked: no answer where one was to be had.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const here = path.dirname(new URL(import.meta.url).pathname);
const { DuckDBInstance } = createRequire(path.join(process.env.DUCKDB_FROM ?? here, 'x.js'))('@duckdb/node-api');
const [casesFile, predictionsFile, flag] = process.argv.slice(2);
const lines = (file) => readFileSync(file, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line));
const connections = new Map();

async function connect(dataset) {
  if (!connections.has(dataset)) {
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const folder = path.join(here, 'data', dataset);
    await connection.run(readFileSync(path.join(folder, 'load.sql'), 'utf8').replaceAll(/'([^'/]+\.csv)'/g, (_, file) => `'${path.join(folder, file)}'`));
    connections.set(dataset, connection);
  }
  return connections.get(dataset);
}

/** Rows as columns of comparable cells: numbers to four digits, days as days. */
async function columns(dataset, sql) {
  const rows = (await (await connect(dataset)).runAndReadAll(sql)).getRowsJson();
  const cell = (value) => {
    if (value === null || value === '') return '';
    if (typeof value !== 'boolean' && Number.isFinite(Number(value))) return Number(Number(value).toPrecision(4));
    return String(value).toLowerCase().replace(/ 00:00:00$/, '');
  };
  return { count: rows.length, cells: (rows[0] ?? []).map((_, index) => rows.map((row) => cell(row[index]))) };
}

/** Whether some choice of the answer's columns has the gold rows as a multiset. */
function matches(gold, answer) {
  if (gold.count !== answer.count) return false;
  const sorted = (picked) => Array.from({ length: gold.count }, (_, row) => JSON.stringify(picked.map((column) => column[row]))).sort().join('\n');
  const target = sorted(gold.cells);
  const pick = (picked, used) =>
    picked.length === gold.cells.length
      ? sorted(picked) === target
      : answer.cells.some((column, index) => !used.includes(index) && pick([...picked, column], [...used, index]));
  return gold.count === 0 || pick([], []);
}

const predictions = new Map(lines(predictionsFile).map((prediction) => [prediction.id, prediction]));
const tally = { right: 0, wrong: 0, asked: 0 };
const cases = lines(casesFile);
for (const item of cases) {
  const prediction = predictions.get(item.id);
  const answered = Boolean(prediction?.sql) && !prediction.clarify;
  let verdict = answered ? 'wrong' : item.clarify_ok ? 'right' : 'asked';
  if (answered && item.gold_sql) {
    const answer = await columns(item.dataset, prediction.sql);
    for (const sql of [item.gold_sql, ...item.gold_alt]) if (matches(await columns(item.dataset, sql), answer)) verdict = 'right';
  }
  tally[verdict]++;
  if (flag === '--verbose' && verdict !== 'right') console.log(`${verdict}  ${item.id}  ${item.question}\n       ${answered ? prediction.sql.replaceAll(/\s+/g, ' ') : `unread: ${JSON.stringify(prediction?.unread ?? [])}`}`);
}
console.log(`${path.basename(casesFile)}: ${cases.length} questions; ${Object.entries(tally).map(([verdict, count]) => `${verdict} ${((100 * count) / cases.length).toFixed(1)} %`).join(', ')}`);
