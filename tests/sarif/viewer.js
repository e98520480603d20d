// A log in the viewer that dashboards show logs in, in a browser without a screen.
import http from 'node:http'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import { chromium } from 'playwright-core'

const require = createRequire(import.meta.url)

const Page = `<!DOCTYPE html>
<html>
<head><meta charset="utf-8"><title>log</title><link rel="icon" href="data:,"></head>
<body><div id="viewer"></div>
<script src="react"></script><script src="react-dom"></script><script>window.exports = undefined</script>
<script src="viewer"></script>
<script>
fetch('log').then(answer => answer.json()).then(log =>
  ReactDOM.render(React.createElement(Viewer, { logs: [log] }), document.getElementById('viewer')))
</script>
</body>
</html>`

const Files = {
  '/react': require.resolve('react/umd/react.production.min.js'),
  '/react-dom': require.resolve('react-dom/umd/react-dom.production.min.js'),
  '/viewer': require.resolve('@microsoft/sarif-web-component'),
}

function serve(log) {
  const server = http.createServer((request, answer) => {
    const send = (type, body) => answer.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(body)
    if (request.url === '/')
      send('text/html', Page)
    else if (request.url === '/log')
      send('application/json', JSON.stringify(log))
    else if (request.url in Files)
      send('text/javascript', fs.readFileSync(Files[request.url]))
    else
      answer.writeHead(404).end()
  })
  return new Promise(started => server.listen(0, '127.0.0.1', () => started(server)))
}

// Calls `look` with the page of each log in turn; returns what the console said and what went wrong.
export async function show(logs, look) {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] })
  const complaints = []
  try {
    for (const log of logs) {
      const server = await serve(log)
      try {
        const page = await browser.newPage({ viewport: { width: 1400, height: 4000 } })
        page.on('console', message => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()))
        page.on('pageerror', error => complaints.push(String(error)))
        page.on('requestfailed', request => complaints.push(`${request.url()}: ${request.failure().errorText}`))
        await page.goto(`http://127.0.0.1:${server.address().port}/`)
        await look(page, log)
        await page.close()
      } finally {
        server.close()
      }
    }
  } finally {
    await browser.close()
  }
  return complaints
}
