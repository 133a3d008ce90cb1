import Values

/// Who bought and who is in the customers' export, put together in the order of their ids.
struct LifecyclePeople {
  private(set) var ids = TextColumn()
  private(set) var buyer: [Int32] = []
  private(set) var row: [Int32] = []
  /// Without a purchase and in no export.
  private(set) var leftOut = 0

  /// - Parameter bought: ids, bytewise ascending.
  init(_ bought: TextColumn, isBuyer: (Int) -> Bool, _ export: DataTable?) {
    var rowOf = [Int32](repeating: -1, count: bought.count)
    var others: [(id: [UInt8], row: Int32)] = []
    if case .text(let known)? = export?.values("customer_id") {
      var index = TextIndex()
      bought.forEachRow { _, bytes in _ = index.intern(bytes) }
      known.forEachRow { row, bytes in
        let place = bytes.isEmpty ? -2 : index.find(bytes)
        if place >= 0 {
          if rowOf[Int(place)] < 0 { rowOf[Int(place)] = Int32(row) }
        } else if place == -1 {
          others.append((Array(bytes), Int32(row)))
        }
      }
    }
    others.sort { left, right in
      left.id == right.id ? left.row < right.row : left.id.lexicographicallyPrecedes(right.id)
    }
    var next = 0
    func addOthers(before limit: UnsafeBufferPointer<UInt8>?) {
      while next < others.count {
        let (id, row) = others[next]
        if let limit, !id.lexicographicallyPrecedes(limit) { return }
        // A customer listed twice counts once, as first listed.
        if next == 0 || others[next - 1].id != id {
          id.withUnsafeBufferPointer { ids.append($0) }
          buyer.append(-1)
          self.row.append(row)
        }
        next += 1
      }
    }
    bought.forEachRow { place, bytes in
      guard isBuyer(place) || rowOf[place] >= 0 else {
        leftOut += 1
        return
      }
      addOthers(before: bytes)
      ids.append(bytes)
      buyer.append(Int32(place))
      row.append(rowOf[place])
    }
    addOthers(before: nil)
  }
}
