import Values

/// The different texts of a category column, shared by all threads of a reader.
///
/// `@unchecked Sendable`: all state is behind its lock. Codes are given in the order in which labels
/// are met, which depends on timing: what is shown must be the labels.
package final class CategoryLabels: @unchecked Sendable {
  private let lock = Lock()
  private var labels: [String] = []
  private var codes: [String: Int32] = [:]
  /// No label beyond these is given a code.
  let levels: [String]?

  init(levels: [String]?) {
    self.levels = levels
    for level in levels ?? [] { _ = add(level) }
  }

  /// All labels so far, by code.
  package var all: [String] { lock.locked { labels } }

  package subscript(_ code: Int32) -> String { lock.locked { labels[Int(code)] } }

  /// The code of a label; nil for one that is not an allowed level.
  func code(_ label: String) -> Int32? {
    if levels != nil { return lock.locked { codes[label] } }
    return add(label)
  }

  private func add(_ label: String) -> Int32 {
    lock.locked {
      if let code = codes[label] { return code }
      let code = Int32(labels.count)
      labels.append(label)
      codes[label] = code
      return code
    }
  }
}
