// A client of a language server: sends requests, collects what the server publishes.
import { spawn } from 'node:child_process'

export class Session {
  #process
  #buffer = Buffer.alloc(0)
  #number = 0
  #answers = new Map() // by number of the request: what waits for it
  #published = []      // diagnostics as they came
  #waiting = []

  constructor(program, arguments_) {
    this.#process = spawn(program, arguments_, { stdio: ['pipe', 'pipe', 'ignore'] })
    this.#process.stdout.on('data', data => {
      this.#buffer = Buffer.concat([this.#buffer, data])
      this.#readAll()
    })
  }

  #readAll() {
    for (;;) {
      const head = this.#buffer.indexOf('\r\n\r\n')
      if (head < 0)
        return
      const length = Number(/Content-Length: (\d+)/i.exec(this.#buffer.subarray(0, head).toString())[1])
      if (this.#buffer.length < head + 4 + length)
        return
      const message = JSON.parse(this.#buffer.subarray(head + 4, head + 4 + length).toString())
      this.#buffer = this.#buffer.subarray(head + 4 + length)
      this.#receive(message)
    }
  }

  #receive(message) {
    if (message.method === 'textDocument/publishDiagnostics') {
      this.#published.push(message.params)
      this.#waiting = this.#waiting.filter(({ isWanted, done }) => !isWanted(message.params) || done(message.params))
    } else if (message.id !== undefined && message.method === undefined) {
      const { done, failed } = this.#answers.get(message.id)
      message.error ? failed(new Error(message.error.message)) : done(message.result)
    } else if (message.id !== undefined) {
      this.#send({ id: message.id, result: null }) // a request of the server
    }
  }

  #send(message) {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message })
    this.#process.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
  }

  request(method, params) {
    const id = ++this.#number
    return new Promise((done, failed) => {
      this.#answers.set(id, { done, failed })
      this.#send({ id, method, params })
    })
  }

  notify(method, params) {
    this.#send({ method, params })
  }

  // The diagnostics of this version of the file.
  diagnostics(uri, version) {
    const isWanted = params => params.uri === uri && params.version === version
    const known = this.#published.find(isWanted)
    return known ? Promise.resolve(known.diagnostics)
      : new Promise(done => this.#waiting.push({ isWanted, done: params => void done(params.diagnostics) }))
  }

  kill() {
    this.#process.kill()
  }

  async close() {
    await this.request('shutdown', null)
    const ended = new Promise(done => this.#process.once('exit', done))
    this.notify('exit', null)
    return ended
  }
}
