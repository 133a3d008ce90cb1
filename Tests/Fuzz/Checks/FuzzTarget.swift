package import Foundation

/// One part of the program that takes bytes from outside, and what must hold for any of them.
package enum FuzzTarget: String, CaseIterable, Sendable {
  /// An export, from its bytes to accepted and rejected rows.
  case csv
  /// Single numbers, dates, ids and labels.
  case values
  /// A pipeline file.
  case yaml
  /// The file of purchase days, and a damaged store.
  case blobs

  /// Checks one input; a crash or a hang is for the caller to notice.
  ///
  /// - Parameter folder: where the files that the input stands for are written.
  package func check(_ input: [UInt8], in folder: URL) throws(FuzzFinding) {
    switch self {
    case .csv: try CSVCheck(folder: folder).run(input)
    case .values: try ValueCheck().run(input)
    case .yaml: try YAMLCheck().run(input)
    case .blobs: try BlobCheck(folder: folder).run(input)
    }
  }
}
