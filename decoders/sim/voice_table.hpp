// A maker for each voice; voices.cpp has the table. One family of protocols a file.
#pragma once

#include "decoders/sim/voice.hpp"

namespace chicane::decoders::sim {

// voice_p3.cpp
std::unique_ptr<Voice> p3_voice();
// voice_amb.cpp
std::unique_ptr<Voice> p98_voice();
std::unique_ptr<Voice> rc2_voice();
std::unique_ptr<Voice> ilap_voice();
// voice_chronelec.cpp
std::unique_ptr<Voice> chronelec_voice();
// voice_photocells.cpp
std::unique_ptr<Voice> thcom_voice();
std::unique_ptr<Voice> alge_voice();
// voice_hobby.cpp
std::unique_ptr<Voice> robitronic_voice();
std::unique_ptr<Voice> zround_voice();
std::unique_ptr<Voice> laprf_voice();
std::unique_ptr<Voice> openstint_voice();
std::unique_ptr<Voice> vstm_voice();
std::unique_ptr<Voice> lines_voice();
// voice_raceresult.cpp
std::unique_ptr<Voice> raceresult_voice();
// voice_toolkit.cpp
std::unique_ptr<Voice> toolkit_voice();
// voice_rfid.cpp
std::unique_ptr<Voice> jchip_voice();
std::unique_ptr<Voice> ultra_voice();
std::unique_ptr<Voice> wiclax_voice();
// voice_llrp.cpp
std::unique_ptr<Voice> llrp_voice();

}  // namespace chicane::decoders::sim
