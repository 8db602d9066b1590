import { HEAT_STEPS, STRONGEST } from './heat.ts';

const heat = Array.from({ length: HEAT_STEPS }, (_, i) => {
  const share = ((i + 1) / HEAT_STEPS) * STRONGEST * 100;
  return `.heat-${i + 1}{background:color-mix(in oklab,var(--accent) ${share.toFixed(1)}%,transparent)}`;
}).join('\n');

/** The look of a report in a browser and on paper; nothing in it is fetched from anywhere. */
export const REPORT_STYLE = `
:root{--paper:#fbfaf7;--card:#fff;--ink:#22201c;--soft:#6d675d;--line:#e7e2d8;--rule:#22201c;--accent:#0b5d5e;--link:#0b5d5e;
--ui:"Inter Variable",Inter,"Segoe UI",system-ui,sans-serif;--text:"Source Serif 4 Variable","Source Serif 4","Source Serif Pro",Charter,Georgia,serif;color-scheme:light}
@media screen and (prefers-color-scheme:dark){:root{--paper:#171613;--card:#1f1d1a;--ink:#ece8e0;--soft:#a9a296;--line:#35322c;--rule:#8f887b;--accent:#5fc3bd;--link:#7fd3cd;color-scheme:dark}}
*{box-sizing:border-box}
body{margin:0;padding:20px 16px 64px;background:var(--paper);color:var(--ink);font:16.5px/1.62 var(--text);overflow-wrap:break-word}
main{max-width:760px;margin:0 auto;padding:44px 52px 56px;background:var(--card);border:1px solid var(--line);border-radius:4px}
main.wide{max-width:1180px;--edge:max(0px,calc((100% - 656px)/2))}main.wide>*{margin-left:var(--edge);margin-right:var(--edge)}main.wide>.table{margin-left:0;margin-right:0}main.wide>blockquote{margin-left:calc(var(--edge) + 28px)}
h1,h2,h3,h4,h5,h6{font-family:var(--text);font-weight:600;line-height:1.25;text-wrap:balance;break-after:avoid}
h1{font-size:30px;letter-spacing:-.01em;margin:0 0 4px}h2{font-size:23px;margin:44px 0 12px}.table h2{margin-top:0}.table{margin-top:44px}h3{font-size:19px;margin:34px 0 6px}h4{font-size:17px;margin:28px 0 6px}h5,h6{font-size:16.5px;margin:24px 0 6px}
p{margin:0 0 12px;text-wrap:pretty}a[href]{color:var(--link)}
.project{color:var(--soft);margin:0 0 24px}
dl{display:grid;grid-template-columns:max-content 1fr;gap:4px 20px;margin:0 0 16px;font:14px/1.5 var(--ui)}dt{color:var(--soft)}dd{margin:0}
.questions{font:14px/1.5 var(--ui);margin:0 0 4px;color:var(--soft)}.rq{margin-top:0;margin-bottom:16px;padding-left:24px}
.counts,.definition,.note{font:13px/1.5 var(--ui);color:var(--soft);margin:0 0 12px}.definition{margin-bottom:4px}
.scroll{overflow-x:auto;margin:6px 0 4px}
table{border-collapse:collapse;font:13px/1.3 var(--ui);min-width:100%}
.table th{text-align:left;font-weight:500;padding:5px 12px 5px 0;min-width:150px}.wide .table th:first-child{position:sticky;left:0;min-width:220px;background:var(--card)}.table th a[href]{color:inherit;text-decoration:none}.table th a:hover{text-decoration:underline}
.table thead th{color:var(--soft);font-weight:600;border-bottom:1px solid var(--rule);padding:4px 6px;text-align:center;min-width:34px;vertical-align:bottom}.table thead th:first-child{text-align:left;padding-left:0}
.table td{text-align:center;padding:5px 4px;min-width:34px;font-variant-numeric:tabular-nums}
.zero{color:var(--soft)}.sum{font-weight:650}.table tfoot th,.table tfoot td{border-top:1px solid var(--rule);font-weight:650}
.tall thead th:not(:first-child) span{writing-mode:vertical-rl;transform:rotate(180deg);max-height:150px;text-align:left}
caption{caption-side:top;text-align:left;color:var(--soft);font-size:12.5px;padding-bottom:8px}
.d1{padding-left:14px!important}.d2{padding-left:28px!important}.d3{padding-left:42px!important}
${heat}
blockquote{margin:14px 0 14px 28px;font-style:italic;break-inside:avoid}blockquote p{margin:0 0 6px}blockquote cite{font-style:normal;color:var(--soft);white-space:nowrap}
blockquote.upright{font-style:normal}blockquote.flush{margin-left:0}
blockquote .note{font-style:normal;margin:0;border-left:2px solid var(--accent);padding-left:10px}
.prose table{min-width:0;margin:0 0 12px}.prose th,.prose td{border-bottom:1px solid var(--line);padding:4px 14px 4px 0;text-align:left}
.plain th,.plain td{text-align:left;vertical-align:top;padding:4px 14px 4px 0;border-bottom:1px solid var(--line)}.plain thead th{color:var(--soft);font-weight:600}.plain .figure{text-align:right;font-variant-numeric:tabular-nums}figure{margin:16px 0}figure svg{max-width:100%;height:auto;background:#fff}figcaption{color:var(--soft);font:12.5px/1.5 var(--ui)}
code,pre{font-family:ui-monospace,Consolas,monospace;font-size:.9em}pre{white-space:pre-wrap}
@media (max-width:700px){main{padding:24px 20px}blockquote{margin-left:16px}dl{display:block}dd{margin-bottom:8px}}
@media print{@page{size:A4;margin:25mm;@bottom-center{content:counter(page);font:9pt Arial,sans-serif;color:#6d675d}}@page across{size:A4 landscape}body{background:none;padding:0;font-size:11pt}main,main.wide{border:0;padding:0;max-width:none}main.wide>*{margin-left:0;margin-right:0}main.wide>blockquote{margin-left:28px}.wide .table{page:across}.wide table{font-size:7.5pt}.wide .table td{min-width:0;padding:3px 1px}.wide .table th:first-child{position:static;min-width:0}h1{font-size:22pt}h2{font-size:16pt}h3{font-size:13pt}h4,h5,h6{font-size:11.5pt}.scroll{overflow:visible}table{font-size:9pt}thead{display:table-header-group}tr{break-inside:avoid}a[href]{color:inherit;text-decoration:none}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
`;
