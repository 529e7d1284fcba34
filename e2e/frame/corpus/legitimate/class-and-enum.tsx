// data: sales
// expects: Buckets | High 1 | Low 3
import React from 'react';

enum Level { Low = 'Low', High = 'High' }
enum Size { S, M = 5, L }
declare const __DEV__: boolean;
abstract class Shape<T extends object = {}> {
  #count = 0;
  static total = 0;
  protected readonly items: T[] = [];
  abstract area(): number;
  get count(): number { return this.#count; }
  set count(value: number) { this.#count = value; }
  public add(item: T): this { this.items.push(item); this.#count += 1; Shape.total++; return this; }
}
class Box extends Shape<{ w: number }> {
  constructor(private label: string = 'box') { super(); }
  area() { return this.items.reduce((a, { w }) => a + w * w, 0); }
  override toString() { return `${this.label}:${this.area()}`; }
}
function isHigh(row: any): row is { total: number } { return row.total > 30; }
function assertRows(rows: unknown): asserts rows is unknown[] { if (!Array.isArray(rows)) throw new TypeError('rows expected'); }
function pick(row: any, key: string): string;
function pick(row: any, key: string, fallback: string): string;
function pick(row: any, key: string, fallback = '') { return row?.[key] ?? fallback; }
type Keys = `${'a' | 'b'}_${number}`;
export interface VizProps { data: any[]; params: Readonly<Record<string, any>> }
export type Bucket = [level: Level, count: number];

export default function Viz({ data }: VizProps) {
  assertRows(data);
  const box = new Box().add({ w: 2 }).add({ w: Size.M });
  const buckets: Bucket[] = [[Level.High, data.filter(isHigh).length], [Level.Low, data.filter((d) => !isHigh(d)).length]];
  const key = 'a_1' as Keys;
  let i!: number;
  i = 0;
  do { i += 1; } while (i < 3);
  return (
    <section>
      <h3>Buckets</h3>
      {buckets.map(([level, n]) => <p key={level}>{level} {n}</p>)}
      <small>{`${box}`} {Size[5]} {key} {pick(data[0], 'region', 'none')} {i}</small>
    </section>
  );
}
