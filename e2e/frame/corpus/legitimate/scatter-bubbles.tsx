// expects: Orders against total | EU
// data: sales
import React from "react";
import { ScatterChart, Scatter, XAxis, YAxis, ZAxis, CartesianGrid, Tooltip, Legend, ResponsiveContainer, ReferenceLine, ReferenceArea, ReferenceDot, Label } from "recharts";

interface Row { region: string; month: string; total: number; orders: number }

const Dot = (props: any) => {
  const { cx, cy, payload } = props;
  if (cx == null || cy == null) return null;
  return <g><circle cx={cx} cy={cy} r={6} fill="var(--chart-1)" /><text x={cx} y={cy - 8} fontSize={10} textAnchor="middle">{payload.region}</text></g>;
};

export default function Viz({ data }: { data: Row[] }) {
  const average = data.reduce((sum, row) => sum + row.total, 0) / (data.length || 1);
  return (
    <div className="w-full space-y-2">
      <h2 className="text-lg font-semibold">Orders against total</h2>
      <ResponsiveContainer width="100%" height={320}>
        <ScatterChart margin={{ top: 20, right: 20, bottom: 20, left: 20 }}>
          <CartesianGrid strokeDasharray="3 3" />
          <XAxis type="number" dataKey="orders" name="Orders"><Label value="Orders" position="insideBottom" offset={-10} /></XAxis>
          <YAxis type="number" dataKey="total" name="Total" unit=" k" />
          <ZAxis type="number" range={[60, 200]} dataKey="total" />
          <Tooltip cursor={{ strokeDasharray: "3 3" }} />
          <Legend verticalAlign="top" />
          <ReferenceArea x1={2} x2={4} y1={0} y2={20} fillOpacity={0.1} />
          <ReferenceLine y={average} stroke="red" label={{ value: "average", position: "right" }} />
          <ReferenceDot x={5} y={20} r={4} />
          <Scatter name="Regions" data={data} shape={<Dot />} isAnimationActive={false} />
        </ScatterChart>
      </ResponsiveContainer>
    </div>
  );
}
