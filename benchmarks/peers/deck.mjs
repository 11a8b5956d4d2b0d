// The deck of content.json by PptxGenJS, its charts native: node deck.mjs FOLDER
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
const pptxgen = createRequire(process.cwd() + '/')('pptxgenjs')
const folder = process.argv[2]
const content = JSON.parse(readFileSync(`${folder}/content.json`, 'utf8'))
const deck = new pptxgen()
deck.layout = 'LAYOUT_WIDE'
for (const made of content.slides) {
  const slide = deck.addSlide()
  slide.addText(made.title, { x: 0.5, y: 0.3, w: 12, h: 0.8, fontSize: 24, bold: true })
  const chart = made.chart && content.charts[made.chart]
  if (chart) {
    const numbers = chart.head.map((_, i) => i).filter(i => typeof chart.rows[0][i] === 'number')
    const labels = chart.rows.map(row => String(row[0]))
    slide.addChart(deck.ChartType.bar,
      numbers.map(i => ({ name: chart.head[i], labels, values: chart.rows.map(row => row[i] ?? 0) })),
      { x: 0.5, y: 1.2, w: 8, h: 5 })
  }
  if (made.table) {
    slide.addTable(made.table.map(row => row.map(text => ({ text }))),
      { x: 0.5, y: 1.2, w: 12, fontSize: 11, border: { pt: 0.5 } })
  }
  const room = (chart || made.table) ? { x: 8.7, y: 1.2, w: 4, h: 5 } : { x: 0.5, y: 1.2, w: 12, h: 5 }
  slide.addText(made.texts.map(text => ({ text, options: { breakLine: true } })), { ...room, fontSize: 12 })
  slide.addNotes(made.notes)
}
await deck.writeFile({ fileName: `${folder}/deck.pptx` })
