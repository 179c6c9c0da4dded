// A list that grows to millions without ever moving what it holds: segments of equal size. Growing costs no copy of all and no
// memory twice; an insertion moves what lies behind it. Plain value.
#pragma once

#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

namespace chicane::timing {

template <class T>
class Segments {
  public:
    Segments() = default;
    Segments(Segments&&) noexcept = default;
    Segments& operator=(Segments&&) noexcept = default;
    Segments(const Segments& other) {
        for (std::size_t i = 0; i < other.size_; ++i) push_back(other[i]);
    }
    Segments& operator=(const Segments& other) {
        Segments copy(other);
        *this = std::move(copy);
        return *this;
    }

    std::size_t size() const { return size_; }
    bool empty() const { return size_ == 0; }
    T& operator[](std::size_t i) { return segments_[i / segment_size][i % segment_size]; }
    const T& operator[](std::size_t i) const { return segments_[i / segment_size][i % segment_size]; }
    T& back() { return (*this)[size_ - 1]; }
    const T& back() const { return (*this)[size_ - 1]; }

    void push_back(const T& value) {
        if (size_ == segments_.size() * segment_size) {
            segments_.push_back(std::make_unique_for_overwrite<T[]>(segment_size));
        }
        (*this)[size_++] = value;
    }
    void insert(std::size_t at, const T& value) {
        push_back(value);
        for (std::size_t i = size_ - 1; i > at; --i) std::swap((*this)[i], (*this)[i - 1]);
    }
    /// Keeps the first `size`.
    void cut_back(std::size_t size) {
        size_ = size;
        segments_.resize((size + segment_size - 1) / segment_size);
    }

  private:
    static constexpr std::size_t segment_size = 1024;  ///< a power of two; some tens of kB each
    std::vector<std::unique_ptr<T[]>> segments_;
    std::size_t size_ = 0;
};

}  // namespace chicane::timing
