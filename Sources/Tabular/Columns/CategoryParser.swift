/// Categories on one thread: a small table of the labels met, by their first bytes.
///
/// Labels of up to eight bytes are compared as one word; longer ones are looked up as text.
struct CategoryParser {
  private let labels: CategoryLabels
  /// One slot a hash of word and length; the code is -1 where a slot is free.
  private var words: [UInt64]
  private var lengths: [Int]
  private var codes: [Int32]

  init(_ labels: CategoryLabels) {
    self.labels = labels
    words = [UInt64](repeating: 0, count: 256)
    lengths = [Int](repeating: 0, count: 256)
    codes = [Int32](repeating: -1, count: 256)
  }

  mutating func parse(
    _ fields: FieldRun, into out: UnsafeMutablePointer<Int32>, isRequired: Bool, column: Int,
    log: IssueLog
  ) {
    var lastWord: UInt64 = 0
    var lastCount = -1
    var lastCode: Int32 = -1
    var row = 0
    while row < fields.rows {
      let (start, count) = fields.field(row)
      if count == 0 {
        if isRequired { log.note(row, column, .required) }
        out[row] = -1
      } else if count <= 8 {
        let raw = UnsafeRawPointer(start + (count &- 8)).loadUnaligned(as: UInt64.self)
        let word = raw.littleEndian &>> UInt64(truncatingIfNeeded: 64 &- 8 &* count)
        if word != lastWord || count != lastCount {
          lastCode = code(word, start, count)
          lastWord = word
          lastCount = count
        }
        out[row] = max(-1, lastCode)
        if lastCode < 0 {
          if lastCode == CategoryParser.notALevel {
            log.note(row, column, .level)
          } else if isRequired {
            log.note(row, column, .required)
          }
        }
      } else {
        let code = sharedCode(start, count)
        out[row] = max(-1, code)
        if code == CategoryParser.notALevel {
          log.note(row, column, .level)
        } else if code < 0, isRequired {
          log.note(row, column, .required)
        }
      }
      row &+= 1
    }
  }

  @inline(__always)
  private mutating func code(
    _ word: UInt64, _ start: UnsafePointer<UInt8>, _ count: Int
  ) -> Int32 {
    let hash = (word &+ UInt64(truncatingIfNeeded: count)) &* 0x9E37_79B9_7F4A_7C15
    let slot = Int(truncatingIfNeeded: hash &>> 56)
    if words[slot] == word, lengths[slot] == count, codes[slot] >= 0 { return codes[slot] }
    return slowCode(slot, word, start, count)
  }

  /// Asks the shared labels; the answer takes the slot, whoever had it before.
  @inline(never)
  private mutating func slowCode(
    _ slot: Int, _ word: UInt64, _ start: UnsafePointer<UInt8>, _ count: Int
  ) -> Int32 {
    let code = sharedCode(start, count)
    guard code >= 0 else { return code }
    words[slot] = word
    lengths[slot] = count
    codes[slot] = code
    return code
  }

  private static let notALevel: Int32 = -2

  /// The code of the label without spaces around it; -1 for none, -2 for one that is not allowed.
  private func sharedCode(_ start: UnsafePointer<UInt8>, _ count: Int) -> Int32 {
    let (field, left) = Blank.trimmed(start, count)
    guard left > 0 else { return -1 }
    let label = String(decoding: UnsafeBufferPointer(start: field, count: left), as: UTF8.self)
    return labels.code(label) ?? CategoryParser.notALevel
  }
}
