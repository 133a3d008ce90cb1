/// The one error that reaches a user: what is so, what was found, where, and what to do.
package struct Diagnostic: Error, Sendable, Equatable {
  /// What the program ends with when this problem stops it.
  package enum Kind: Int32, Sendable, CaseIterable {
    /// The command line is wrong.
    case usage = 64
    /// The data of an export is wrong.
    case data = 65
    /// An export is missing or cannot be opened.
    case missingExport = 66
    /// A fault of the program itself.
    case fault = 70
    /// An output cannot be written.
    case cannotWrite = 73
    /// Another run holds the store.
    case locked = 75
    /// The pipeline file or a setting is wrong.
    case configuration = 78

    /// Which of several problems is to be mended first: the surroundings, the command line, the
    /// pipeline, exports that are not there, and last what stands in them.
    var rank: Int {
      let order: [Kind] = [
        .fault, .locked, .cannotWrite, .usage, .configuration, .missingExport, .data,
      ]
      return order.firstIndex(of: self) ?? order.count
    }
  }

  /// A place in a file: one-based line and column.
  package struct Place: Sendable, Equatable {
    package var file: String
    package var line: Int?
    package var column: Int?

    package init(_ file: String, line: Int? = nil, column: Int? = nil) {
      self.file = file
      self.line = line
      self.column = column
    }
  }

  package var kind: Kind
  /// A short stable name: `unknown-key`, `missing-column`.
  package var code: String
  /// The fact and the value found.
  package var message: String
  package var place: Place?
  /// What to do.
  package var help: String?

  package init(
    _ kind: Kind, _ code: String, _ message: String, at place: Place? = nil, help: String? = nil
  ) {
    self.kind = kind
    self.code = code
    self.message = message
    self.place = place
    self.help = help
  }
}

/// Several problems that were found in one go, reported together.
package struct Diagnostics: Error, Sendable, Equatable {
  package private(set) var all: [Diagnostic]

  package init(_ all: [Diagnostic] = []) { self.all = all }

  package var isEmpty: Bool { all.isEmpty }
  package mutating func add(_ diagnostic: Diagnostic) { all.append(diagnostic) }
  package mutating func add(_ diagnostics: [Diagnostic]) { all += diagnostics }

  /// Throws what was collected, if anything was.
  package func throwIfAny() throws(Diagnostics) {
    if !all.isEmpty { throw self }
  }

  /// The kind that decides the exit code: what has to be mended first, from the outside in.
  package var kind: Diagnostic.Kind {
    all.map(\.kind).min { $0.rank < $1.rank } ?? .fault
  }

  /// The problems by place: those without one first, then file by file in the order in which the
  /// files were first met, each from its first line on.
  package var byPlace: Diagnostics {
    var files: [String: Int] = [:]
    for case let place? in all.map(\.place) where files[place.file] == nil {
      files[place.file] = files.count
    }
    func position(_ index: Int) -> (Int, Int, Int, Int) {
      guard let place = all[index].place else { return (-1, 0, 0, index) }
      return (files[place.file] ?? 0, place.line ?? 0, place.column ?? 0, index)
    }
    return Diagnostics(all.indices.sorted { position($0) < position($1) }.map { all[$0] })
  }
}

extension Diagnostics {
  /// Does work that stops at its first problem, where several are expected.
  package static func one<Result>(
    _ work: () throws(Diagnostic) -> Result
  ) throws(Diagnostics) -> Result {
    do throws(Diagnostic) {
      return try work()
    } catch {
      throw Diagnostics([error])
    }
  }
}
