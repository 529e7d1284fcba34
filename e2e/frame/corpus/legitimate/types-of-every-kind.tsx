// expects: Typed | high: 2 | first EU
// data: sales
import React, { type ReactNode, type FC, memo, forwardRef, useId, useReducer, createContext, useContext, useImperativeHandle } from 'react';
import type { TooltipProps } from 'recharts';

enum Level { Low = 'low', High = 'high' }
const enum Size { Small = 1, Big }
type Action = { type: 'set'; value: number } | { type: 'reset' };
interface Props<T extends object = Record<string, unknown>> { readonly data: readonly T[]; params?: Partial<Record<string, unknown>> }
declare const unused: string;
abstract class Shape { protected readonly name: string; private size = 1; constructor(name: string) { this.name = name; } abstract area(): number; get label(): string { return `${this.name}:${this.size}`; } static of(name: string): Square { return new Square(name); } }
class Square extends Shape { #side = 2; override area(): number { return this.#side ** 2; } }
function group<T, K extends PropertyKey>(rows: readonly T[], key: (row: T) => K): Record<K, T[]> {
  return rows.reduce((acc, row) => { (acc[key(row)] ??= []).push(row); return acc; }, {} as Record<K, T[]>);
}
function assertString(value: unknown): asserts value is string { if (typeof value !== 'string') throw new Error('not text'); }
const isHigh = (row: { total: number }): row is { total: number } => row.total >= 30;
const palette = { low: '#aaa', high: '#333' } satisfies Record<Level, string>;
const Ctx = createContext<{ level: Level } | null>(null);
const Item: FC<{ children?: ReactNode }> = memo(({ children }) => <li>{children}</li>);
const Box = forwardRef<HTMLDivElement, React.HTMLAttributes<HTMLDivElement>>(function Box({ className, ...rest }, ref) { return <div ref={ref} className={`border ${className ?? ''}`} {...rest} />; });
Box.displayName = 'Box';
const Show = () => <b>{useContext(Ctx)!.level}</b>;
function reducer(state: number, action: Action): number { switch (action.type) { case 'set': return action.value; case 'reset': default: return 0; } }

export default function Viz({ data }: Props<{ region: string; total: number }>): React.JSX.Element {
  const [state, dispatch] = useReducer(reducer, 0);
  const id = useId();
  const levels = group(data, (row) => (isHigh(row) ? Level.High : Level.Low));
  const first = data[0]?.region as unknown;
  assertString(first);
  const square = Shape.of('sq');
  return (
    <Ctx.Provider value={{ level: Level.Low }}>
      <Box className="p-2" id={id} onClick={() => dispatch({ type: 'set', value: Size.Big })}>
        <h2 style={{ color: palette[Level.High], '--gap': '4px' } as React.CSSProperties}>Typed {state} <Show /></h2>
        <ul>{Object.entries(levels).map(([level, rows]) => <Item key={level}>{level}: {(rows as unknown[]).length}</Item>)}</ul>
        <p>first {first}, {square.label} = {square.area()}</p>
      </Box>
    </Ctx.Provider>
  );
}
