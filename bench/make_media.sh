#!/usr/bin/env bash
# Makes what is measured, once: a Zoom-like recording (720p, 25 pictures a second, a key frame every ten seconds, AAC),
# a phone-like one (1080p, about 30 a second at varying distances, B-frames), and an hour of a call, one speaker a channel.
#   make_media.sh FOLDER
set -euo pipefail
mkdir -p "$1"
cd "$1"
encode=(ffmpeg -hide_banner -loglevel error -nostdin -y)
# Two voices that take turns, as far as an encoder is concerned.
voices="aevalsrc='0.2*sin(2*PI*140*t)*gt(sin(t/2),0)|0.2*sin(2*PI*210*t)*lt(sin(t/2),0)':s=48000"

if [ ! -s zoom.mp4 ]; then
    "${encode[@]}" -f lavfi -i "testsrc2=size=1280x720:rate=25,noise=alls=4:allf=t" -f lavfi -i "$voices" -t 180 \
        -pix_fmt yuv420p -c:v libx264 -preset veryfast -bf 0 -g 250 -keyint_min 250 -sc_threshold 0 -b:v 1200k \
        -c:a aac -b:a 96k -movflags +faststart zoom.part.mp4
    mv zoom.part.mp4 zoom.mp4
fi
if [ ! -s call.m4a ]; then
    # An hour of two people on the telephone, one a channel: a few sentences over and over, with silences between.
    said=("Wat maakt dat het nu belangrijk voor u is?" "Mijn dochter krijgt een baby, en ik merk dat ik de trap niet meer op kom."
          "Dus er is de gezondheid, en er is uw familie." "Ja. Dat vind ik echt vervelend, en toch lukt het me steeds niet.")
    voices_said=(nl nl+f3)
    parts=()
    for i in 0 1 2 3; do
        espeak-ng -v "${voices_said[$((i % 2))]}" -w said$i.wav "${said[$i]}"
        # Each is heard alone: padded to six seconds, in its speaker's channel.
        "${encode[@]}" -i said$i.wav -af "aresample=48000,apad=whole_dur=6,atrim=0:6,pan=stereo|c$((i % 2))=c0" part$i.wav
        parts+=(-i part$i.wav)
    done
    "${encode[@]}" "${parts[@]}" -filter_complex "concat=n=4:v=0:a=1" once.wav
    "${encode[@]}" -stream_loop 149 -i once.wav -f lavfi -i "anoisesrc=r=48000:a=0.001:d=3600" \
        -filter_complex "[1]pan=stereo|c0=c0|c1=c0[n];[0][n]amix=2:duration=longest" -t 3600 -c:a aac -b:a 128k call.part.m4a
    mv call.part.m4a call.m4a
    rm -f said?.wav part?.wav once.wav
fi
if [ ! -s phone.mp4 ]; then
    # Every seventh picture is missing, and the rest come a little late, as a phone in poor light records them.
    "${encode[@]}" -f lavfi -i "testsrc2=size=1920x1080:rate=30,noise=alls=6:allf=t" -f lavfi -i "$voices" -t 60 \
        -filter_complex "[0:v]select='mod(n,7)',settb=1/90000,setpts='PTS+700*random(1)'[v]" -map "[v]" -map 1:a \
        -vsync passthrough -enc_time_base 1/90000 -video_track_timescale 90000 \
        -pix_fmt yuv420p -c:v libx264 -preset veryfast -bf 2 -g 60 -b:v 10M -c:a aac -b:a 96k phone.part.mp4
    mv phone.part.mp4 phone.mp4
fi
