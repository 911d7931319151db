"""For each path on a line of the input: the milliseconds until its faces are found and described."""
import sys
import time

import face_recognition

for line in sys.stdin:
    began = time.perf_counter()
    picture = face_recognition.load_image_file(line.strip())
    face_recognition.face_encodings(picture)
    print((time.perf_counter() - began) * 1000, flush=True)
