// data: sales
// expects: Gauge 62% | Bullet
import { useRef, useEffect, useLayoutEffect, useState } from 'react';
const polar = (cx, cy, r, deg) => { const a = ((deg - 90) * Math.PI) / 180.0; return { x: cx + r * Math.cos(a), y: cy + r * Math.sin(a) }; };
const arc = (x, y, r, a0, a1) => { const s = polar(x, y, r, a1), e = polar(x, y, r, a0); return ['M', s.x, s.y, 'A', r, r, 0, a1 - a0 <= 180 ? '0' : '1', 0, e.x, e.y].join(' '); };
export default function Viz({ data, params }) {
  const ref = useRef(null), canvas = useRef(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const el = ref.current;
    if (!el) return;
    const ro = new ResizeObserver(([entry]) => setWidth(entry.contentRect.width));
    ro.observe(el);
    setWidth(el.getBoundingClientRect().width || el.offsetWidth || el.clientWidth);
    return () => ro.disconnect();
  }, []);
  useEffect(() => {
    const ctx = canvas.current?.getContext('2d');
    if (!ctx) return;
    ctx.clearRect(0, 0, 100, 20);
    const g = ctx.createLinearGradient(0, 0, 100, 0); g.addColorStop(0, '#f00'); g.addColorStop(1, '#0f0');
    ctx.fillStyle = g; ctx.fillRect(0, 0, 62, 20); ctx.font = '10px sans-serif'; ctx.fillText('62', 2, 12); ctx.strokeRect(0, 0, 100, 20);
    ctx.save(); ctx.translate(10, 10); ctx.rotate(Math.PI / 4); ctx.beginPath(); ctx.moveTo(0, 0); ctx.lineTo(5, 5); ctx.closePath(); ctx.stroke(); ctx.restore();
  }, [data]);
  const pct = 62;
  return (
    <div ref={ref} style={{ '--accent': 'var(--chart-1, #2563eb)', transform: `translate3d(0,0,0)`, filter: 'drop-shadow(0 1px 2px rgb(0 0 0 / 0.1))' }}>
      <h3>Gauge {pct}%</h3>
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 120" width="100%" height="120" role="img" aria-labelledby="t d" preserveAspectRatio="xMidYMid meet">
        <title id="t">Gauge</title><desc id="d">of 100</desc>
        <defs>
          <pattern id="diagonalHatch" patternUnits="userSpaceOnUse" width="4" height="4"><path d="M-1,1 l2,-2 M0,4 l4,-4 M3,5 l2,-2" style={{ stroke: 'black', strokeWidth: 1 }} /></pattern>
          <clipPath id="clip"><rect width={pct} height={10} rx={3} /></clipPath>
          <mask id="m"><circle r="50" cx="100" cy="100" fill="white" /></mask>
          <filter id="shadow"><feGaussianBlur in="SourceAlpha" stdDeviation={2} result="blur" /><feMerge><feMergeNode in="blur" /><feMergeNode in="SourceGraphic" /></feMerge></filter>
          <marker id="arrow" orient="auto-start-reverse" markerWidth="6" markerHeight="6" refX="5" refY="5"><path d="M0 0L10 5L0 10z" /></marker>
          <symbol id="dot" viewBox="0 0 2 2"><circle cx="1" cy="1" r="1" /></symbol>
        </defs>
        <path d={arc(100, 100, 80, -90, 90)} fill="none" stroke="currentColor" strokeOpacity={0.15} strokeWidth={16} strokeLinecap="round" />
        <path d={arc(100, 100, 80, -90, -90 + pct * 1.8)} fill="none" stroke="var(--accent)" strokeWidth={16} filter="url(#shadow)" markerEnd="url(#arrow)" />
        <g clipPath="url(#clip)" mask="url('#m')"><rect x={0} y={108} width={200} height={10} fill={`url(#diagonalHatch)`} /></g>
        <use href="#dot" x="95" y="95" width="10" height="10" /><use xlinkHref={'#' + 'dot'} width="4" height="4" />
        <circle r="3"><animate attributeName="r" from="3" to="6" dur="1s" repeatCount="indefinite" /></circle>
      </svg>
      <canvas ref={canvas} width={100} height={20} aria-label="Bullet" />
      <p>Bullet <meter min={0} max={100} low={30} high={80} value={pct}>{pct}</meter> <progress value={pct} max="100" /> {Math.round(width) > 0 ? '' : ' '}</p>
    </div>
  );
}
