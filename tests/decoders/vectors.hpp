// The vectors of tests/data/vectors: a protocol's frames and what they say. The form is in that folder's README.
#pragma once

#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "decoders/codec/codec.hpp"
#include "decoders/codec/hex.hpp"
#include "decoders/codec/text_fields.hpp"

namespace chicane::decoders::test {

struct Vector {
    std::string name;
    codec::Bytes bytes;
    std::string lines;  ///< as `chicane decode` prints them
};

/// Those that have vectors: of `manual` people tell, and no bytes come.
inline bool has_vectors(const codec::Protocol& protocol) { return protocol.word != "manual"; }

inline std::string vectors_file(std::string_view word) {
    return CHICANE_SOURCE_DIR "/tests/data/vectors/" + std::string(word) + ".txt";
}

inline std::runtime_error broken_vector(const std::string& line) {
    return std::runtime_error("no vector's line: " + line);
}

/// The characters of a `text` line, its escapes undone.
inline codec::Bytes unescaped(std::string_view text) {
    codec::Bytes bytes;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '\\') {
            bytes.push_back(static_cast<std::byte>(text[at]));
            continue;
        }
        constexpr std::string_view letters = "rnt\\", means = "\r\n\t\\";
        const char letter = text.substr(++at, 1).empty() ? '\0' : text[at];
        if (const auto known = letters.find(letter); known != letters.npos) {
            bytes.push_back(static_cast<std::byte>(means[known]));
        } else if (const auto digits = codec::bytes_of_hex(text.substr(at + 1, 2)); letter == 'x' && digits) {
            bytes.push_back(digits->at(0));
            at += 2;
        } else {
            throw broken_vector(std::string(text));
        }
    }
    return bytes;
}

inline void take_line(std::vector<Vector>& vectors, bool& begins, const std::string& line) {
    const auto append = [&](const codec::Bytes& more) {
        vectors.back().bytes.insert(vectors.back().bytes.end(), more.begin(), more.end());
    };
    if (line.empty()) {
        begins = true;
    } else if (begins && line.starts_with('#')) {
        return;
    } else if (begins) {
        vectors.push_back({line, {}, {}});
        begins = false;
    } else if (line.starts_with("hex ")) {
        append(codec::bytes_of_hex(std::string_view(line).substr(4)).value());
    } else if (line.starts_with("text ")) {
        append(unescaped(std::string_view(line).substr(5)));
    } else if (line.starts_with('{')) {
        vectors.back().lines += line + '\n';
    } else {
        throw broken_vector(line);
    }
}

/// In the file's order; throws where the file is missing or broken.
inline std::vector<Vector> vectors_of(std::string_view word) {
    std::ifstream file(vectors_file(word));
    if (!file) throw std::runtime_error("no vectors at " + vectors_file(word));
    std::vector<Vector> vectors;
    bool begins = true;
    for (std::string line; std::getline(file, line);) take_line(vectors, begins, line);
    return vectors;
}

/// Those of one vector, to make damage of or to compare a writer with.
inline codec::Bytes vector_bytes(std::string_view word, std::string_view name) {
    for (const Vector& vector : vectors_of(word))
        if (vector.name == name) return vector.bytes;
    throw std::runtime_error("no vector of " + std::string(word) + " is called " + std::string(name));
}

}  // namespace chicane::decoders::test
