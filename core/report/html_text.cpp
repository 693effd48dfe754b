#include "report/html_text.h"

namespace report {

std::string escaped(const std::string& text) {
    std::string result;
    result.reserve(text.size());
    for (const char c : text) {
        switch (c) {
            case '&':
                result += "&amp;";
                break;
            case '<':
                result += "&lt;";
                break;
            case '>':
                result += "&gt;";
                break;
            case '"':
                result += "&quot;";
                break;
            case '\'':
                result += "&#39;";
                break;
            case '\n':
            case '\t':
                result += c;
                break;
            default:
                if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) result += c;
        }
    }
    return result;
}

const char* style_sheet() {
    return R"(:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; background: #fff; color: #23262b; font: 400 1rem/1.5 Inter, system-ui, "Segoe UI", sans-serif;
  font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
main, footer { max-width: 46rem; margin: 0 auto; padding: 0 1.5rem; }
main { padding-top: 2.5rem; }
h1 { margin: 0 0 .25rem; font-size: 1.75rem; line-height: 1.25; font-weight: 700; }
h2 { margin: 2.25rem 0 .5rem; font-size: 1.1rem; line-height: 1.4; font-weight: 600; color: #0f6e6c; }
p { margin: 0; white-space: pre-line; }
header { padding-bottom: 1rem; border-bottom: 1px solid #e3e0da; }
.muted { color: #6b7079; }
.small { color: #6b7079; font-size: .875rem; white-space: pre-line; }
.draft { display: inline-block; padding: 0 .6rem; border-radius: 1rem; background: #f0eeea; color: #565b63;
  font-size: .875rem; font-weight: 600; }
.moments { list-style: none; margin: 0; padding: 0; }
.moments li { position: relative; min-height: 1.6rem; margin: .6rem 0 1rem; padding-left: 5.4rem; }
.pill { display: inline-block; min-width: 3.6rem; padding: .05rem .6rem; border-radius: 1rem; text-align: center;
  font-size: .9rem; font-weight: 600; }
.moments .pill { position: absolute; left: 0; top: 0; }
.strength { background: #ddefe8; color: #0b5a46; }
.focus { background: #fff0c9; color: #7a5500; }
.plain { background: #f0eeea; color: #565b63; }
.quote { font-weight: 500; }
.try { margin-top: .25rem; font-weight: 500; }
svg { display: block; width: 100%; height: auto; }
table { width: 100%; border-collapse: collapse; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
th { font-weight: 400; text-align: left; }
thead th { padding-top: 0; font-size: .8125rem; color: #6b7079; }
th, td { padding: .4rem 1.25rem .4rem 0; border-bottom: 1px solid #eeece7; vertical-align: baseline; }
th:last-child, td:last-child { padding-right: 0; }
.right { text-align: right; }
.value, .total th, .total td:not(.small) { font-weight: 600; }
.bar { display: inline-block; width: 4px; height: .8em; margin-right: .55rem; border-radius: 2px; print-color-adjust: exact;
  -webkit-print-color-adjust: exact; }
.noted { table-layout: fixed; }
.noted thead th:first-child { width: 5.5rem; }
.noted thead th:nth-child(2) { width: 13rem; }
.evidence { list-style: none; margin: .3rem 0 0; padding: 0; }
.evidence li { margin: .25rem 0; }
.note { white-space: pre-line; }
.sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(17rem, 1fr)); gap: 1.5rem 3rem; align-items: start; }
.sides th, .sides td { border: 0; padding-top: .2rem; padding-bottom: .2rem; }
.sides .total th, .sides .total td { border-bottom: 1px solid #eeece7; }
table { position: relative; }
footer { margin-top: 3rem; padding-bottom: 2.5rem; color: #6b7079; font-size: .8125rem; }
footer h2 { padding-top: 1rem; border-top: 1px solid #e3e0da; font-size: .9rem; }
footer p { margin-bottom: .35rem; }
@media print, (min-width: 40rem) {
  .value, thead th, td.right:not(.small) { white-space: nowrap; }
}
@media print {
  @page { size: A4; margin: 15mm; }
  body { font-size: 10pt; }
  main, footer { max-width: none; padding: 0; }
  h2 { break-after: avoid; margin-top: 1.4rem; }
  p { orphans: 2; widows: 2; }
  li, tr, svg, table:not(.long) { break-inside: avoid; }
  thead, thead tr, tbody tr:first-child, tbody tr:nth-last-child(2), footer p:nth-last-child(2) { break-after: avoid; }
  .pill, .draft, svg { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
)";
}

}  // namespace report
