import ArgumentParser
import Diagnostics
import Exports
import Foundation
import Report
import Store
import Values

/// `clientele store files|forget|erase|readmit`.
struct StoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "store", abstract: "Look into the store, take a file back, or take a person out.",
    subcommands: [Files.self, Forget.self, Erase.self, Readmit.self])

  struct Files: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "files", abstract: "List the files that were read, in their order.")

    @OptionGroup var place: StorePlace

    func run() throws {
      let store = try place.open()
      let files = try store.files()
      try store.close()
      let header = [
        "id", "file", "contract", "read", "accepted", "merged", "rejected", "excluded", "withdrawn",
        "sha256",
      ]
      let rows = files.map { file in
        [
          String(file.id), file.name, file.contract, String(file.read), String(file.accepted),
          String(file.merged), String(file.rejected), String(file.excluded), String(file.withdrawn),
          String(file.sha256.prefix(12)),
        ]
      }
      let right = header.indices.map { $0 == 0 || (3...8).contains($0) }
      let table = TerminalTable(header: header, alignsRight: right, rows: rows)
      try Console.show(table)
    }
  }

  struct Forget: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "forget",
      abstract: "Take a file back: afterwards the facts are as if it had never come.")

    @Argument(help: "Name, id, or the first digits of the SHA-256 of the file.")
    var file: String

    @OptionGroup var place: StorePlace

    func run() throws {
      let store = try place.open()
      let files = try store.files()
      let found = files.filter {
        $0.name == file || String($0.id) == file || (file.count >= 6 && $0.sha256.hasPrefix(file))
      }
      guard let one = found.first, found.count == 1 else {
        try store.close()
        throw Diagnostic(
          .usage, found.isEmpty ? "unknown-file" : "ambiguous-file",
          found.isEmpty
            ? "the store has no file '\(file)'"
            : "'\(file)' is \(found.count) files: ids \(found.map { String($0.id) }.joined(separator: ", "))",
          help: found.isEmpty
            ? Suggestion.help(for: file, among: files.map(\.name)) : "name one of them by its id")
      }
      try store.forget(one.id)
      try store.close()
      try Console.output(
        """
        Forgotten: \(one.name) (\(one.contract), \(Counted(one.read, "row"))).
        A run whose pipeline still names the file reads it again: move it away or mend it first.

        """)
    }
  }
}

/// Where the store is.
struct StorePlace: ParsableArguments {
  @Option(help: "The SQLite file.")
  var store = "Output/clientele.sqlite"

  func open() throws(Diagnostic) -> Store {
    guard FileManager.default.fileExists(atPath: store) else {
      throw Diagnostic(
        .missingExport, "no-store", "there is no store", at: .init(store),
        help: "name it with --store FILE; `clientele run` makes it")
    }
    return try Store.open(store)
  }
}
